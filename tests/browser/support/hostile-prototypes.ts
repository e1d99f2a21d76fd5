// A host whose scripts have put properties on the prototypes of all objects and all lists: every name that the widget's
// own scripts mention, each of them enumerable and with a value that means nothing to anybody.

/** No script could be written for pages that have these: the language itself asks every object for them. */
const LANGUAGE_ASKS = ["then", "return", "throw", "next", "done", "value", "get", "set"];

/** Libraries of old that are still on pages put these there. */
const LIBRARIES_ADD = ["toJSON", "each", "extend", "clone", "inspect", "first", "last", "remove", "contains", "toQuery"];

/** What those properties may be. */
export const HOSTILE_VALUES = {
  functions: "function () { return 7 }",
  texts: '"harm"',
  numbers: "1",
} as const;

/** A script that puts all of them there, each with this value as source text; `board` is where the widget's scripts are. */
export async function hostilePrototypes(board: string, value: string): Promise<string> {
  const names = new Set([...(await mentioned(board)), ...LIBRARIES_ADD]);
  LANGUAGE_ASKS.forEach((name) => names.delete(name));
  return `(${pollute})(${JSON.stringify([...names])}, ${value})`;
}

/** Every name in the widget's scripts, the engine's included. */
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
