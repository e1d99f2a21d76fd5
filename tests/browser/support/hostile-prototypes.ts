// A host whose scripts have added properties to the prototypes of all objects and arrays: one for every name that the
// widget's scripts mention, each enumerable and with a meaningless value.

/** Names that the language itself looks up on every object; with these, no script could work. */
const LANGUAGE_ASKS = ["then", "return", "throw", "next", "done", "value", "get", "set"];

/** Names that old libraries add, which are still in use on some pages. */
const LIBRARIES_ADD = ["toJSON", "each", "extend", "clone", "inspect", "first", "last", "remove", "contains", "toQuery"];

/** Kinds of values for those properties. */
export const HOSTILE_VALUES = {
  functions: "function () { return 7 }",
  texts: '"harm"',
  numbers: "1",
} as const;

/**
 * Script that adds all of them with this value, given as source text; `board` is the address of the widget's scripts.
 */
export async function hostilePrototypes(board: string, value: string): Promise<string> {
  const names = new Set([...(await mentioned(board)), ...LIBRARIES_ADD]);
  LANGUAGE_ASKS.forEach((name) => names.delete(name));
  return `(${pollute})(${JSON.stringify([...names])}, ${value})`;
}

/** All names in the widget's scripts, including the engine. */
async function mentioned(board: string): Promise<string[]> {
  const read = async (path: string) => (await fetch(`${board}${path}`)).text();
  const element = await read("embed/open-roles.js");
  const modules = await Promise.all((element.match(/assets\/widget-\w+\.\w+\.js/g) ?? []).map(read));
  const engine = await Promise.all((modules.join("").match(/assets\/engine\.\w+\.js/g) ?? []).map(read));
  return [element, ...modules, ...engine].join("\n").match(/[A-Za-z_]\w*/g) ?? [];
}

/** Runs in the page. */
function pollute(names: string[], value: unknown): void {
  for (const prototype of [Object.prototype, Array.prototype] as unknown as Record<string, unknown>[]) {
    for (const name of names.filter((name) => !(name in prototype))) {
      prototype[name] = value;
    }
  }
}
