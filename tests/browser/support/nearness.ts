// Lets a test verify that nothing more is fetched, without waiting for a fixed time.

/** A file of the board that is requested last. */
export const LAST = "embed/open-roles.js?last";

/**
 * Runs in the page. Resolves after the widget has been told whether it is near the viewport, and has requested what
 * it needs.
 *
 * A browser notifies all intersection observers of a page together, in the order in which they were created, and
 * notifies every observer at least once about a new element. So an observer created here is notified after the
 * widget's, whose requests have been sent by then. A later request follows them in the list of requests.
 */
export async function nearnessIsTold(): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(document.querySelector("open-roles") ?? document.body);
  });
  const script = document.querySelector<HTMLScriptElement>("script[src*='embed/open-roles.js']");
  await fetch(`${script?.src}?last`, { mode: "no-cors" });
}
