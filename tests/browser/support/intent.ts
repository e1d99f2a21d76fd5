// The sign of a visitor who is about to do something. Pages that are complete without the app start it only then.

/** Runs in the page. Presses a key that does nothing else. */
export function showIntent(): void {
  dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }));
}
