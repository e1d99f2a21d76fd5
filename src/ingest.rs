//! ingest
pub enum Duplicates{Fold,Keep}
pub struct IngestOptions{pub company:Option<String>,pub duplicates:Duplicates}
pub struct Ingested{pub postings:Vec<crate::domain::JobPosting>,pub organizations:Vec<crate::domain::Organization>,pub rejections:Vec<u8>}
pub fn ingest(_:crate::feed::FeedContents,_:&IngestOptions)->Ingested{todo!()}
