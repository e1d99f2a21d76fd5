//! The searchable board: what the builder makes of postings, and what a query reads.
//!
//! Postings go in through [`IndexBuilder`]; bytes come out of [`write`] and go into [`Index::open`]. An `Index`
//! never changes after it is opened.

mod facet;

use serde::{Deserialize, Serialize};

pub use facet::Facet;

/// A job's place in the index: 0 to the number of jobs minus one. It means nothing outside that index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);
mod manifest;
pub use manifest::{DOCUMENTS_PER_FILE, FORMAT, MANIFEST_PATH, Manifest};
use crate::domain::*;
pub struct Index; pub struct IndexBuilder; pub struct IndexContents;
impl Index { pub fn open(_:&[u8],_:Date)->Result<Index,String>{todo!()} pub fn from_contents(_:IndexContents,_:Date)->Index{todo!()} pub fn card(&self,_:DocId)->&JobCard{todo!()} pub fn doc_by_slug(&self,_:&Slug)->Option<DocId>{todo!()} pub fn doc_by_id(&self,_:&str)->Option<DocId>{todo!()} pub fn is_expired(&self,_:DocId)->bool{todo!()} pub fn company_docs(&self,_:&Slug)->Vec<DocId>{todo!()} pub fn len(&self)->usize{todo!()} pub fn now(&self)->Date{todo!()} }
impl IndexBuilder { pub fn new(_:Rates)->Self{todo!()} pub fn add(&mut self,_:&JobPosting,_:Option<&Organization>){} pub fn build(self)->IndexContents{todo!()} }
