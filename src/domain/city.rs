//! The cities most postings name, with their other names.
//!
//! Facts from [GeoNames](https://www.geonames.org/), licensed CC BY 4.0: names, alternate names, region and country.
//! Chosen by how often job postings name them, not by size. Of several cities of one name the first is meant when
//! nothing else is said. City states (Singapore, Hong Kong) are countries here, not cities.

/// A city and what it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// The name shown.
    pub name: &'static str,
    /// Other names: former, local, short.
    pub aliases: &'static [&'static str],
    /// The two-letter country code.
    pub country: &'static str,
    /// Name or code of the region as in [`REGIONS`](super::REGIONS); empty where that table has none for it.
    pub region: &'static str,
}

const fn city(
    name: &'static str,
    aliases: &'static [&'static str],
    country: &'static str,
    region: &'static str,
) -> City {
    City { name, aliases, country, region }
}

/// The cities known by name.
#[rustfmt::skip]
pub const CITIES: &[City] = &[
    // India
    city("Bengaluru", &["Bangalore", "Bengaluru (Bangalore)", "Bangalore/Bengaluru", "Bangalore Rural", "Bangalore Urban", "BLR"], "IN", "KA"),
    city("Mumbai", &["Bombay", "Mumbai (All Areas)", "Mumbai Suburban", "Greater Mumbai"], "IN", "MH"),
    city("Delhi", &["New Delhi", "NCR", "NCR (Delhi)", "Delhi NCR", "Delhi / NCR", "Delhi and NCR", "National Capital Region"], "IN", ""),
    city("Hyderabad", &["Secunderabad", "Hyderabad/Secunderabad"], "IN", "TS"),
    city("Chennai", &["Madras"], "IN", "TN"), city("Kolkata", &["Calcutta"], "IN", "WB"), city("Pune", &["Poona"], "IN", "MH"),
    city("Gurugram", &["Gurgaon", "Gurgaon/Gurugram", "Gurgaon Gurugram", "Gurugram (Gurgaon)", "Gurugaon"], "IN", "HR"),
    city("Noida", &["Noida, NCR (Delhi | Gurgaon | Noida)"], "IN", "UP"), city("Greater Noida", &[], "IN", "UP"),
    city("Ahmedabad", &["Ahmadabad", "Amdavad"], "IN", "GJ"), city("Jaipur", &[], "IN", "RJ"), city("Surat", &[], "IN", "GJ"),
    city("Lucknow", &[], "IN", "UP"), city("Kanpur", &["Cawnpore"], "IN", "UP"), city("Nagpur", &[], "IN", "MH"),
    city("Indore", &[], "IN", "MP"), city("Thane", &["Thana"], "IN", "MH"), city("Navi Mumbai", &["New Bombay"], "IN", "MH"),
    city("Bhopal", &[], "IN", "MP"), city("Visakhapatnam", &["Vizag", "Vishakhapatnam"], "IN", "AP"),
    city("Patna", &[], "IN", "BR"), city("Vadodara", &["Baroda"], "IN", "GJ"), city("Ghaziabad", &[], "IN", "UP"),
    city("Ludhiana", &[], "IN", "PB"), city("Agra", &[], "IN", "UP"), city("Nashik", &["Nasik"], "IN", "MH"),
    city("Faridabad", &[], "IN", "HR"), city("Meerut", &[], "IN", "UP"), city("Rajkot", &[], "IN", "GJ"),
    city("Varanasi", &["Banaras", "Benares"], "IN", "UP"), city("Aurangabad", &["Chhatrapati Sambhajinagar"], "IN", "MH"),
    city("Amritsar", &[], "IN", "PB"), city("Prayagraj", &["Allahabad"], "IN", "UP"), city("Ranchi", &[], "IN", "JH"),
    city("Coimbatore", &["Kovai"], "IN", "TN"), city("Jabalpur", &[], "IN", "MP"), city("Gwalior", &[], "IN", "MP"),
    city("Vijayawada", &[], "IN", "AP"), city("Jodhpur", &[], "IN", "RJ"), city("Madurai", &[], "IN", "TN"),
    city("Raipur", &[], "IN", "CG"), city("Kota", &[], "IN", "RJ"), city("Guwahati", &["Gauhati"], "IN", "AS"),
    city("Chandigarh", &["Tricity"], "IN", ""), city("Mohali", &["SAS Nagar", "Mohali/SAS Nagar"], "IN", "PB"), city("Panchkula", &[], "IN", "HR"),
    city("Thiruvananthapuram", &["Trivandrum", "Trivandrum/Thiruvananthapuram", "Thiruvananthapuram (Trivandrum)"], "IN", "KL"),
    city("Kochi", &["Cochin", "Kochi/Cochin", "Kochi (Cochin)", "Ernakulam"], "IN", "KL"),
    city("Kozhikode", &["Calicut", "Calicut/Kozhikode"], "IN", "KL"), city("Thrissur", &["Trichur"], "IN", "KL"),
    city("Mysuru", &["Mysore", "Mysore/Mysuru"], "IN", "KA"), city("Mangaluru", &["Mangalore", "Mangaluru/Mangalore"], "IN", "KA"),
    city("Hubballi", &["Hubli"], "IN", "KA"), city("Bhubaneswar", &["Bhubaneshwar"], "IN", "OD"),
    city("Gandhinagar", &[], "IN", "GJ"), city("Dehradun", &["Dehra Dun"], "IN", "UT"), city("Jamshedpur", &["Tatanagar"], "IN", "JH"),
    city("Puducherry", &["Pondicherry", "Pondicherry/Puducherry"], "IN", ""), city("Panaji", &["Panjim", "Panaji/Panjim"], "IN", "GA"),
    city("Tiruchirappalli", &["Trichy", "Tiruchchirappalli"], "IN", "TN"), city("Udaipur", &[], "IN", "RJ"),
    city("Guntur", &[], "IN", "AP"), city("Warangal", &[], "IN", "TS"), city("Hosur", &[], "IN", "TN"), city("Jammu", &[], "IN", "JK"),
    city("Pimpri-Chinchwad", &["Pimpri", "Chinchwad"], "IN", "MH"), city("Siliguri", &[], "IN", "WB"), city("Shimla", &["Simla"], "IN", "HP"),
    // United States
    city("New York", &["NYC", "New York City", "New York, NY", "NY City", "Manhattan"], "US", "NY"), city("Brooklyn", &[], "US", "NY"),
    city("San Francisco", &["SF", "San Francisco Bay Area", "SF Bay Area", "Bay Area"], "US", "CA"),
    city("Los Angeles", &["Greater Los Angeles"], "US", "CA"), city("San Diego", &[], "US", "CA"), city("San Jose", &[], "US", "CA"),
    city("Palo Alto", &[], "US", "CA"), city("Mountain View", &[], "US", "CA"), city("Sunnyvale", &[], "US", "CA"),
    city("Santa Clara", &[], "US", "CA"), city("San Mateo", &[], "US", "CA"), city("Redwood City", &[], "US", "CA"),
    city("Menlo Park", &[], "US", "CA"), city("Cupertino", &[], "US", "CA"), city("Oakland", &[], "US", "CA"),
    city("Berkeley", &[], "US", "CA"), city("Fremont", &[], "US", "CA"), city("South San Francisco", &[], "US", "CA"),
    city("Irvine", &[], "US", "CA"), city("Long Beach", &[], "US", "CA"), city("Santa Monica", &[], "US", "CA"),
    city("Sacramento", &[], "US", "CA"), city("Costa Mesa", &[], "US", "CA"), city("Torrance", &[], "US", "CA"),
    city("El Segundo", &[], "US", "CA"), city("Culver City", &[], "US", "CA"), city("Beverly Hills", &[], "US", "CA"),
    city("Universal City", &[], "US", "CA"), city("Pasadena", &[], "US", "CA"), city("Burlingame", &[], "US", "CA"),
    city("Washington", &["Washington DC", "Washington D.C.", "DC Metro"], "US", "DC"), city("Boston", &["Greater Boston"], "US", "MA"),
    city("Chicago", &[], "US", "IL"), city("Seattle", &["Greater Seattle"], "US", "WA"), city("Bellevue", &[], "US", "WA"),
    city("Redmond", &[], "US", "WA"), city("Kirkland", &[], "US", "WA"), city("Austin", &[], "US", "TX"), city("Dallas", &[], "US", "TX"),
    city("Houston", &[], "US", "TX"), city("San Antonio", &[], "US", "TX"), city("Fort Worth", &[], "US", "TX"),
    city("Plano", &[], "US", "TX"), city("Irving", &[], "US", "TX"), city("Frisco", &[], "US", "TX"), city("El Paso", &[], "US", "TX"),
    city("Atlanta", &[], "US", "GA"), city("Alpharetta", &[], "US", "GA"), city("Miami", &[], "US", "FL"), city("Tampa", &[], "US", "FL"),
    city("Orlando", &[], "US", "FL"), city("Jacksonville", &[], "US", "FL"), city("Fort Lauderdale", &[], "US", "FL"),
    city("Denver", &[], "US", "CO"), city("Boulder", &[], "US", "CO"), city("Colorado Springs", &[], "US", "CO"),
    city("Phoenix", &[], "US", "AZ"), city("Tempe", &[], "US", "AZ"), city("Scottsdale", &[], "US", "AZ"), city("Tucson", &[], "US", "AZ"),
    city("Philadelphia", &[], "US", "PA"), city("Pittsburgh", &[], "US", "PA"), city("Charlotte", &[], "US", "NC"),
    city("Raleigh", &["Raleigh-Durham"], "US", "NC"), city("Durham", &[], "US", "NC"), city("Nashville", &[], "US", "TN"),
    city("Memphis", &[], "US", "TN"), city("Minneapolis", &[], "US", "MN"), city("St. Paul", &["Saint Paul"], "US", "MN"),
    city("Detroit", &[], "US", "MI"), city("Ann Arbor", &[], "US", "MI"), city("Columbus", &[], "US", "OH"), city("Cleveland", &[], "US", "OH"),
    city("Cincinnati", &[], "US", "OH"), city("Indianapolis", &[], "US", "IN"), city("Milwaukee", &[], "US", "WI"), city("Madison", &[], "US", "WI"),
    city("St. Louis", &["Saint Louis"], "US", "MO"), city("Kansas City", &[], "US", "MO"), city("Portland", &[], "US", "OR"),
    city("Portland", &[], "US", "ME"), city("Las Vegas", &[], "US", "NV"), city("Salt Lake City", &["SLC"], "US", "UT"), city("Lehi", &[], "US", "UT"),
    city("Baltimore", &[], "US", "MD"), city("Bethesda", &[], "US", "MD"), city("Arlington", &[], "US", "VA"), city("Arlington", &[], "US", "TX"),
    city("McLean", &[], "US", "VA"), city("Reston", &[], "US", "VA"), city("Herndon", &[], "US", "VA"), city("Richmond", &[], "US", "VA"),
    city("Jersey City", &[], "US", "NJ"), city("Newark", &[], "US", "NJ"), city("Princeton", &[], "US", "NJ"), city("Hoboken", &[], "US", "NJ"),
    city("Stamford", &[], "US", "CT"), city("Hartford", &[], "US", "CT"), city("Providence", &[], "US", "RI"), city("New Orleans", &[], "US", "LA"),
    city("Albuquerque", &[], "US", "NM"), city("Omaha", &[], "US", "NE"), city("Honolulu", &[], "US", "HI"), city("Huntsville", &[], "US", "AL"),
    city("Louisville", &[], "US", "KY"), city("Oklahoma City", &[], "US", "OK"), city("Buffalo", &[], "US", "NY"),
    // United Kingdom and Ireland
    city("London", &["Greater London", "City of London", "Central London"], "GB", "England"), city("London", &[], "CA", "ON"), city("Manchester", &[], "GB", "England"),
    city("Birmingham", &[], "GB", "England"), city("Birmingham", &[], "US", "AL"), city("Leeds", &[], "GB", "England"), city("Bristol", &[], "GB", "England"),
    city("Liverpool", &[], "GB", "England"), city("Sheffield", &[], "GB", "England"), city("Nottingham", &[], "GB", "England"),
    city("Leicester", &[], "GB", "England"), city("Southampton", &[], "GB", "England"), city("Portsmouth", &[], "GB", "England"),
    city("Newcastle upon Tyne", &["Newcastle-upon-Tyne"], "GB", "England"), city("Reading", &[], "GB", "England"), city("Oxford", &[], "GB", "England"),
    city("Cambridge", &[], "GB", "England"), city("Cambridge", &[], "US", "MA"), city("Brighton", &[], "GB", "England"), city("Milton Keynes", &[], "GB", "England"),
    city("Edinburgh", &[], "GB", "Scotland"), city("Glasgow", &[], "GB", "Scotland"), city("Aberdeen", &[], "GB", "Scotland"),
    city("Cardiff", &["Caerdydd"], "GB", "Wales"), city("Swansea", &[], "GB", "Wales"), city("Belfast", &[], "GB", "Northern Ireland"),
    city("Dublin", &["Baile Átha Cliath"], "IE", ""), city("Cork", &[], "IE", ""), city("Galway", &[], "IE", ""), city("Limerick", &[], "IE", ""),
    // Germany, Austria, Switzerland
    city("Berlin", &[], "DE", ""), city("Munich", &["München", "Muenchen"], "DE", "Bavaria"), city("Hamburg", &[], "DE", ""), city("Bremen", &[], "DE", ""),
    city("Frankfurt", &["Frankfurt am Main", "Frankfurt/Main"], "DE", "Hesse"), city("Cologne", &["Köln", "Koeln"], "DE", "NRW"),
    city("Düsseldorf", &["Duesseldorf"], "DE", "NRW"), city("Dortmund", &[], "DE", "NRW"), city("Essen", &[], "DE", "NRW"), city("Bonn", &[], "DE", "NRW"),
    city("Stuttgart", &[], "DE", "Baden-Württemberg"), city("Karlsruhe", &[], "DE", "Baden-Württemberg"), city("Mannheim", &[], "DE", "Baden-Württemberg"),
    city("Leipzig", &[], "DE", "Saxony"), city("Dresden", &[], "DE", "Saxony"), city("Nuremberg", &["Nürnberg", "Nuernberg"], "DE", "Bavaria"),
    city("Hanover", &["Hannover"], "DE", "Lower Saxony"), city("Vienna", &["Wien"], "AT", ""), city("Graz", &[], "AT", ""), city("Linz", &[], "AT", ""),
    city("Salzburg", &[], "AT", ""), city("Zurich", &["Zürich", "Zuerich"], "CH", ""), city("Geneva", &["Genève", "Genf"], "CH", ""),
    city("Basel", &["Bâle"], "CH", ""), city("Bern", &["Berne"], "CH", ""), city("Lausanne", &[], "CH", ""), city("Zug", &[], "CH", ""),
    // Western and southern Europe
    city("Paris", &["Greater Paris"], "FR", ""), city("Lyon", &["Lyons"], "FR", ""), city("Marseille", &["Marseilles"], "FR", ""), city("Toulouse", &[], "FR", ""),
    city("Nice", &[], "FR", ""), city("Nantes", &[], "FR", ""), city("Bordeaux", &[], "FR", ""), city("Lille", &[], "FR", ""), city("Grenoble", &[], "FR", ""),
    city("Montpellier", &[], "FR", ""), city("Strasbourg", &[], "FR", ""), city("Amsterdam", &[], "NL", ""), city("Rotterdam", &[], "NL", ""),
    city("The Hague", &["Den Haag"], "NL", ""), city("Utrecht", &[], "NL", ""), city("Eindhoven", &[], "NL", ""), city("Brussels", &["Bruxelles", "Brussel"], "BE", ""),
    city("Antwerp", &["Antwerpen"], "BE", ""), city("Ghent", &["Gent"], "BE", ""), city("Luxembourg City", &[], "LU", ""), city("Madrid", &[], "ES", ""),
    city("Barcelona", &[], "ES", ""), city("Valencia", &["València"], "ES", ""), city("Málaga", &[], "ES", ""), city("Seville", &["Sevilla"], "ES", ""),
    city("Bilbao", &[], "ES", ""), city("Lisbon", &["Lisboa"], "PT", ""), city("Porto", &["Oporto"], "PT", ""), city("Braga", &[], "PT", ""),
    city("Milan", &["Milano"], "IT", ""), city("Rome", &["Roma"], "IT", ""), city("Turin", &["Torino"], "IT", ""), city("Bologna", &[], "IT", ""),
    city("Athens", &["Athina"], "GR", ""), city("Thessaloniki", &[], "GR", ""), city("Limassol", &[], "CY", ""), city("Nicosia", &[], "CY", ""), city("Valletta", &[], "MT", ""),
    // Northern and eastern Europe
    city("Copenhagen", &["København"], "DK", ""), city("Aarhus", &["Århus"], "DK", ""), city("Stockholm", &[], "SE", ""), city("Gothenburg", &["Göteborg"], "SE", ""),
    city("Malmö", &[], "SE", ""), city("Oslo", &[], "NO", ""), city("Bergen", &[], "NO", ""), city("Helsinki", &["Helsingfors"], "FI", ""), city("Espoo", &[], "FI", ""),
    city("Tampere", &[], "FI", ""), city("Reykjavik", &["Reykjavík"], "IS", ""), city("Tallinn", &[], "EE", ""), city("Riga", &[], "LV", ""), city("Vilnius", &[], "LT", ""),
    city("Kaunas", &[], "LT", ""), city("Warsaw", &["Warszawa"], "PL", ""), city("Kraków", &["Cracow"], "PL", ""), city("Wrocław", &["Breslau"], "PL", ""),
    city("Gdańsk", &["Tricity Poland"], "PL", ""), city("Poznań", &[], "PL", ""), city("Łódź", &[], "PL", ""), city("Prague", &["Praha"], "CZ", ""),
    city("Brno", &[], "CZ", ""), city("Ostrava", &[], "CZ", ""), city("Bratislava", &[], "SK", ""), city("Budapest", &[], "HU", ""), city("Ljubljana", &[], "SI", ""),
    city("Zagreb", &[], "HR", ""), city("Belgrade", &["Beograd"], "RS", ""), city("Novi Sad", &[], "RS", ""), city("Sofia", &[], "BG", ""), city("Plovdiv", &[], "BG", ""),
    city("Bucharest", &["București"], "RO", ""), city("Cluj-Napoca", &["Cluj"], "RO", ""), city("Iași", &[], "RO", ""), city("Timișoara", &[], "RO", ""),
    city("Kyiv", &["Kiev"], "UA", ""), city("Lviv", &[], "UA", ""), city("Moscow", &["Moskva"], "RU", ""), city("Istanbul", &[], "TR", ""), city("Ankara", &[], "TR", ""),
    city("Tbilisi", &[], "GE", ""), city("Yerevan", &[], "AM", ""),
    // Canada
    city("Toronto", &["Greater Toronto Area", "GTA"], "CA", "ON"), city("Ottawa", &[], "CA", "ON"), city("Waterloo", &[], "CA", "ON"), city("Kitchener", &[], "CA", "ON"),
    city("Mississauga", &[], "CA", "ON"), city("Montreal", &["Montréal"], "CA", "QC"), city("Quebec City", &["Ville de Québec"], "CA", "QC"), city("Vancouver", &[], "CA", "BC"),
    city("Victoria", &[], "CA", "BC"), city("Calgary", &[], "CA", "AB"), city("Edmonton", &[], "CA", "AB"), city("Winnipeg", &[], "CA", "MB"), city("Halifax", &[], "CA", "NS"),
    // Latin America
    city("Mexico City", &["Ciudad de México", "CDMX"], "MX", ""), city("Guadalajara", &[], "MX", ""), city("Monterrey", &[], "MX", ""), city("São Paulo", &[], "BR", ""),
    city("Rio de Janeiro", &[], "BR", ""), city("Belo Horizonte", &[], "BR", ""), city("Florianópolis", &[], "BR", ""), city("Curitiba", &[], "BR", ""),
    city("Buenos Aires", &["CABA", "Ciudad Autónoma de Buenos Aires", "Capital Federal"], "AR", ""), city("Córdoba", &[], "AR", ""), city("Santiago", &["Santiago de Chile"], "CL", ""),
    city("Bogotá", &[], "CO", ""), city("Medellín", &[], "CO", ""), city("Lima", &[], "PE", ""), city("Quito", &[], "EC", ""), city("Montevideo", &[], "UY", ""),
    city("San José", &[], "CR", ""), city("Panama City", &["Ciudad de Panamá"], "PA", ""),
    // Asia and the Pacific
    city("Tokyo", &["Tōkyō"], "JP", ""), city("Osaka", &[], "JP", ""), city("Seoul", &[], "KR", ""), city("Beijing", &["Peking"], "CN", ""), city("Shanghai", &[], "CN", ""),
    city("Shenzhen", &[], "CN", ""), city("Guangzhou", &["Canton"], "CN", ""), city("Hangzhou", &[], "CN", ""), city("Taipei", &[], "TW", ""), city("Bangkok", &["Krung Thep"], "TH", ""),
    city("Ho Chi Minh City", &["Saigon", "HCMC"], "VN", ""), city("Hanoi", &["Ha Noi"], "VN", ""), city("Jakarta", &[], "ID", ""), city("Kuala Lumpur", &[], "MY", ""),
    city("Penang", &["George Town"], "MY", ""), city("Manila", &["Metro Manila"], "PH", ""), city("Makati", &["Makati City"], "PH", ""), city("Taguig", &["Taguig City", "BGC"], "PH", ""),
    city("Cebu", &["Cebu City"], "PH", ""), city("Dhaka", &["Dacca"], "BD", ""), city("Colombo", &[], "LK", ""), city("Kathmandu", &[], "NP", ""), city("Karachi", &[], "PK", ""),
    city("Lahore", &[], "PK", ""), city("Islamabad", &[], "PK", ""), city("Hyderabad", &[], "PK", ""), city("Sydney", &["Greater Sydney"], "AU", "NSW"), city("Melbourne", &[], "AU", "VIC"),
    city("Melbourne", &[], "US", "FL"), city("Brisbane", &[], "AU", "QLD"), city("Perth", &[], "AU", "Western Australia"), city("Adelaide", &[], "AU", "South Australia"), city("Canberra", &[], "AU", "ACT"),
    city("Auckland", &[], "NZ", ""), city("Wellington", &[], "NZ", ""), city("Christchurch", &[], "NZ", ""),
    // Middle East and Africa
    city("Dubai", &[], "AE", ""), city("Abu Dhabi", &[], "AE", ""), city("Riyadh", &[], "SA", ""), city("Jeddah", &[], "SA", ""), city("Doha", &[], "QA", ""),
    city("Kuwait City", &[], "KW", ""), city("Manama", &[], "BH", ""), city("Muscat", &[], "OM", ""), city("Tel Aviv", &["Tel Aviv-Yafo", "TLV"], "IL", ""), city("Jerusalem", &[], "IL", ""),
    city("Haifa", &[], "IL", ""), city("Herzliya", &[], "IL", ""), city("Amman", &[], "JO", ""), city("Beirut", &[], "LB", ""), city("Cairo", &[], "EG", ""), city("Casablanca", &[], "MA", ""),
    city("Tunis", &[], "TN", ""), city("Lagos", &[], "NG", ""), city("Abuja", &[], "NG", ""), city("Accra", &[], "GH", ""), city("Nairobi", &[], "KE", ""), city("Kampala", &[], "UG", ""),
    city("Kigali", &[], "RW", ""), city("Addis Ababa", &[], "ET", ""), city("Johannesburg", &[], "ZA", ""), city("Cape Town", &[], "ZA", ""), city("Durban", &[], "ZA", ""), city("Pretoria", &[], "ZA", ""),
    // Others
    city("Sharjah", &[], "AE", ""), city("Baghdad", &[], "IQ", ""), city("Erbil", &[], "IQ", ""), city("Alexandria", &[], "EG", ""), city("Alexandria", &[], "US", "VA"),
    city("Petah Tikva", &["Petach Tikva", "Petah Tiqva"], "IL", ""), city("Ramat Gan", &[], "IL", ""), city("Rabat", &[], "MA", ""), city("Algiers", &[], "DZ", ""),
    city("Dakar", &[], "SN", ""), city("Abidjan", &[], "CI", ""), city("Dar es Salaam", &[], "TZ", ""), city("Lusaka", &[], "ZM", ""), city("Harare", &[], "ZW", ""),
    city("Luanda", &[], "AO", ""), city("Maputo", &[], "MZ", ""), city("Tashkent", &[], "UZ", ""), city("Almaty", &[], "KZ", ""), city("Astana", &[], "KZ", ""), city("Baku", &[], "AZ", ""),
    city("Minsk", &[], "BY", ""), city("Chișinău", &[], "MD", ""), city("Tirana", &[], "AL", ""), city("Skopje", &[], "MK", ""), city("Sarajevo", &[], "BA", ""), city("Patras", &["Patra"], "GR", ""),
    city("Davao", &["Davao City"], "PH", ""), city("Quezon City", &[], "PH", ""), city("Johor Bahru", &[], "MY", ""), city("Cyberjaya", &[], "MY", ""), city("Da Nang", &["Danang"], "VN", ""),
    city("Surabaya", &[], "ID", ""), city("Bandung", &[], "ID", ""), city("Phnom Penh", &[], "KH", ""), city("Yangon", &["Rangoon"], "MM", ""), city("Chattogram", &["Chittagong"], "BD", ""),
    city("Santo Domingo", &[], "DO", ""), city("Guatemala City", &[], "GT", ""), city("Guayaquil", &[], "EC", ""), city("Asunción", &[], "PY", ""), city("La Paz", &[], "BO", ""),
    city("Brasília", &[], "BR", ""), city("Porto Alegre", &[], "BR", ""), city("Recife", &[], "BR", ""), city("Tegucigalpa", &[], "HN", ""), city("San Salvador", &[], "SV", ""), city("Managua", &[], "NI", ""),
    city("Heredia", &[], "CR", ""), city("Cali", &[], "CO", ""), city("Barranquilla", &[], "CO", ""), city("Staines", &["Staines-upon-Thames"], "GB", "England"),
    city("Livingston", &[], "US", "NJ"), city("Ventura", &[], "US", "CA"), city("Cary", &[], "US", "NC"), city("Boca Raton", &[], "US", "FL"), city("Los Gatos", &[], "US", "CA"),
];
