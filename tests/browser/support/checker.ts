// The W3C's HTML checker, which is installed by npm and needs Java.

import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";

interface Message {
  type: "error" | "info" | "non-document-error";
  subType?: "warning" | "fatal";
  url?: string;
  lastLine?: number;
  message: string;
  extract?: string;
}

/** `rel=expect` is in the HTML standard, but the checker doesn't know it yet. */
const NOT_YET_KNOWN = /^A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”/;

const jar = String(createRequire(import.meta.url)("vnu-jar"));

/** Errors and warnings of the checker for these files, each with its file and line. */
export async function objections(files: readonly string[]): Promise<string[]> {
  // The checker ignores files that don't exist.
  await Promise.all(files.map((file) => access(file)));
  const options = ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"];
  const { stdout } = await promisify(execFile)("java", [...options, ...files], { maxBuffer: 64 << 20 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") {
        throw new Error("`java` is not installed: run `cargo xtask setup`, or install Java 17 or later");
      }
      throw error;
    },
  );
  const { messages } = JSON.parse(stdout) as { messages: Message[] };
  const told = messages.filter(({ message }) => !NOT_YET_KNOWN.test(message));
  return told.map(({ type, subType, url, lastLine, message, extract }) => {
    return `${url}:${lastLine}: ${subType ?? type}: ${message} (${extract?.trim()})`;
  });
}
