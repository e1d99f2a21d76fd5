// The page that makes the code to paste.

import { findings } from "./support/audit";
import { expect, test } from "./support/widget-fixtures";

test("what is chosen is seen at once, and the code works as it stands", async ({ page, host, widget }) => {
  await page.goto(`${host.board}embed/`);
  await page.getByRole("combobox", { name: "Company" }).selectOption({ label: "Acme" });
  await page.getByRole("combobox", { name: "Department" }).selectOption({ label: "Design" });
  await page.getByRole("spinbutton", { name: "Jobs at first" }).fill("2");
  await expect(widget.status).toHaveText("5 jobs");
  await expect(widget.titles).toHaveCount(2);
  const code = page.locator("#code");
  await expect(code).toContainText('<open-roles company="acme" department="Design" limit="2">');
  await expect(code).not.toContainText("integrity");
  const snippet = (await code.textContent()) ?? "";
  expect(snippet.match(/<li>/g)).toHaveLength(20);
  await page.goto(host.page({ body: snippet, widget: null }));
  await expect(widget.status).toHaveText("5 jobs");
});

test("pinning the script is off until it is chosen, beside what it costs", async ({ page, host, widget }) => {
  await page.goto(`${host.board}embed/`);
  const pin = page.getByRole("checkbox", { name: "Pin the script" });
  await expect(pin).not.toBeChecked();
  await expect(pin).toHaveAccessibleDescription(/After each update of this board, it shows plain links/);
  await expect(page.getByText("After each update of this board")).toBeVisible();
  const code = page.locator("#code");
  await expect(code).toContainText('<open-roles company="acme"');
  await expect(code).not.toContainText("integrity");
  await page.getByRole("combobox", { name: "Company" }).selectOption({ label: "Acme" });
  await pin.check();
  await expect(code).toContainText(/integrity="sha384-[A-Za-z0-9+/]{64}" crossorigin>/);
  const snippet = (await code.textContent()) ?? "";
  await page.goto(host.page({ body: snippet, widget: null }));
  await expect(widget.status).toHaveText("20 jobs");
});

test("a list that arrives late takes no choice away", async ({ page, host, widget }) => {
  await page.goto(`${host.board}embed/`);
  const company = page.getByRole("combobox", { name: "Company" });
  const department = page.getByRole("combobox", { name: "Department" });
  await company.selectOption({ label: "Acme" });
  await expect(department).toBeEnabled();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/embed/acme.json", async (route) => {
    await answered;
    await route.continue();
  });
  await company.selectOption({ label: "Acme" });
  await department.selectOption({ label: "Design" });
  const arrived = page.waitForResponse("**/embed/acme.json");
  answer();
  await arrived;
  await expect(widget.status).toHaveText("5 jobs");
  await expect(department).toHaveValue("Design");
  await expect(page.locator("#code")).toContainText('<open-roles company="acme" department="Design">');
});

test("the code has links that can be followed without script", async ({ browser, page, host }) => {
  await page.goto(`${host.board}embed/`);
  await page.getByRole("combobox", { name: "Company" }).selectOption({ label: "Acme" });
  const code = page.locator("#code");
  await expect(code).toContainText("Jobs at Acme on Test Board");
  const snippet = (await code.textContent()) ?? "";
  const context = await browser.newContext({ javaScriptEnabled: false });
  const visit = await context.newPage();
  await visit.goto(host.page({ body: snippet, widget: null }));
  await expect(visit.getByRole("listitem")).toHaveCount(20);
  await visit.getByRole("listitem").first().getByRole("link").click();
  await expect(visit).toHaveURL(new RegExp(`^${host.board}jobs/[^/]+/$`));
  await visit.goBack();
  await visit.getByRole("link", { name: "Jobs at Acme on Test Board" }).click();
  await expect(visit).toHaveURL(`${host.board}companies/acme/`);
  await visit.close();
  await context.close();
});

test("without script, the page shows code and says what needs script", async ({ browser, host }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.board}embed/`);
  await expect(page.getByRole("paragraph").filter({ hasText: "Choosing and copying need JavaScript." })).toBeVisible();
  await expect(page.locator("#code")).toContainText("<open-roles");
  await context.close();
});

test("the code can be copied by keyboard", async ({ page, host, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(host.board).origin });
  await page.goto(`${host.board}embed/`);
  await expect(page.locator("#code")).toContainText('<open-roles company="acme"');
  await page.getByRole("button", { name: "Copy the code" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator("#code").textContent());
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test(`an audit finds nothing at ${width} pixels, ${colorScheme}`, async ({ page, host }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${host.board}embed/`);
      await expect(page.locator("#code")).toContainText('<open-roles company="acme"');
      await page.locator("open-roles").scrollIntoViewIfNeeded();
      await expect(page.locator("open-roles").getByRole("status").first()).toContainText(/job/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await findings(page)).toEqual([]);
    });
  }
}
