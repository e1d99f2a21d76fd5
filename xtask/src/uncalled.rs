//! Empties functions of the app that no browser calls.
//!
//! The compiled app and its modules go in; the modules come out with an instruction that fails in place of these functions'
//! code, and the optimizer then removes what only that code needed. Each view has such functions in its table of methods,
//! so the compiler has to keep them.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{CodeSection, Function, Module, RawSection};
use wasmparser::{BinaryReaderError, KnownCustom, Linking, Name, Parser, Payload, SymbolInfo, TypeRef};

/// Names of these functions. The first takes over a page piece by piece, which only `hydrate_from_async` starts;
/// this app takes over the whole page at once. The second lists the routes for a server.
const UNCALLED: [&str; 2] = ["hydrate_async", "generate_routes"];

/// How a symbol calls the body of an async function.
const ASYNC_BODY: &str = "28_$u7b$$u7b$closure$u7d$$u7d$";

/// Length of the hash at the end of a symbol, such as `17h0123456789abcdefE`.
const HASH_LENGTH: usize = 20;

/// Section number of the functions' code.
const CODE: u8 = 10;

/// Names of the functions that no browser calls.
pub(crate) struct Uncalled {
    names: BTreeSet<String>,
}

impl Uncalled {
    /// Finds these functions in a compiled program, which must still have the linker's symbols. A body with several symbols
    /// stays, because another of them may be called.
    pub(crate) fn of(compiled: &[u8]) -> Result<Self, BinaryReaderError> {
        let mut symbols: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for payload in Parser::new(0).parse_all(compiled) {
            let Payload::CustomSection(section) = payload? else { continue };
            let KnownCustom::Linking(linking) = section.as_known() else { continue };
            for part in linking.subsections() {
                let Linking::SymbolTable(table) = part? else { continue };
                for symbol in table {
                    if let SymbolInfo::Func { index, name: Some(name), .. } = symbol? {
                        symbols.entry(index).or_default().push(name);
                    }
                }
            }
        }
        let uncalled = symbols.into_values().filter(|names| names.iter().all(|name| is_uncalled(name)));
        Ok(Self { names: uncalled.flatten().map(str::to_owned).collect() })
    }

    /// The module with these functions emptied. It must still have its functions' names.
    pub(crate) fn emptied(&self, module: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
        let names = function_names(module)?;
        let is_uncalled = |index: &u32| names.get(index).is_some_and(|name| self.names.contains(*name));
        let (mut written, mut code) = (Module::new(), CodeSection::new());
        let (mut index, mut end) = (0, 0);
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        index += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { count, .. } => end = index + count,
                Payload::CodeSectionEntry(body) => {
                    match is_uncalled(&index) {
                        true => code.function(&failing()),
                        false => code.raw(body.as_bytes()),
                    };
                    index += 1;
                    if index == end {
                        written.section(&code);
                    }
                }
                _ => {}
            }
            if let Some((id, range)) = payload.as_section().filter(|(id, _)| *id != CODE) {
                written.section(&RawSection { id, data: &module[range.start as usize..range.end as usize] });
            }
        }
        Ok(written.finish())
    }

    /// Number of these functions.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

/// Whether a symbol is one of these functions, or the body of one that is async. Closures in them are not meant: if a function
/// that is called has the same code as one, the compiler keeps either of the two for both, under its own name alone.
fn is_uncalled(symbol: &str) -> bool {
    let Some(path) = symbol.len().checked_sub(HASH_LENGTH).and_then(|end| symbol.get(..end)) else { return false };
    let path = path.strip_suffix(ASYNC_BODY).unwrap_or(path);
    UNCALLED.iter().any(|name| path.ends_with(&format!("{}{name}", name.len())))
}

/// A function that fails when it is called.
fn failing() -> Function {
    let mut function = Function::new([]);
    function.instructions().unreachable().end();
    function
}

fn function_names(module: &[u8]) -> Result<BTreeMap<u32, &str>, BinaryReaderError> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(parts) = section.as_known() else { continue };
        for part in parts {
            let Name::Function(functions) = part? else { continue };
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name);
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_functions_themselves_and_their_async_bodies_are_meant() {
        let hash = "17h0123456789abcdefE";
        for (path, expected) in [
            ("_ZN6tachys4view8any_view13hydrate_async", true),
            ("_ZN6tachys4view8any_view13hydrate_async28_$u7b$$u7b$closure$u7d$$u7d$", true),
            ("_ZN13leptos_router8matching15generate_routes", true),
            ("_ZN6tachys13hydrate_async28_$u7b$$u7b$closure$u7d$$u7d$28_$u7b$$u7b$closure$u7d$$u7d$", false),
            ("_ZN6tachys13hydrate_async28_$u7b$$u7b$closure$u7d$$u7d$5inner", false),
            ("_ZN6tachys4view7hydrate", false),
        ] {
            assert_eq!(is_uncalled(&format!("{path}{hash}")), expected, "{path}");
        }
        assert!(!is_uncalled("main"));
    }
}
