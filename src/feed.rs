//! Feeds: bytes in a source's own words become raw, untrusted postings.
pub struct FeedContents{pub postings:Vec<u8>,pub rejections:Vec<u8>}
pub fn read(_:&[u8],_:Option<u8>)->Result<FeedContents,String>{todo!()}
