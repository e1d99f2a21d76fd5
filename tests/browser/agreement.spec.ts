// The page and the command line tool use the same engine: same count, same order, same number for every value.

import { expectAgreement } from "./support/agreement";
import { site } from "./support/built";
import { test } from "./support/fixtures";

for (const queryString of [
  "",
  "q=java",
  "q=java&page=2",
  "q=jav",
  "q=r",
  "q=c%2B%2B",
  "q=c%23",
  "q=.net",
  "q=node.js",
  "q=engineers",
  "q=enginer",
  "q=enginer&exact=1",
  "q=kuberentes",
  "q=bangalore+java",
  "q=%22software+engineer%22",
  "q=java+-spring",
  "q=zzzzzz",
  "skill=Java&skill=Python",
  "skill=Java&skill=Python&skills=all",
  "location=karnataka&workplace=remote",
  "-source=agency&-workplace=on-site",
  "type=FULL_TIME&posted=7d",
  "experience=5",
  "experience=0&q=developer",
  "salary=1500000",
  "salary=1500000&undisclosed=hide",
  "sort=newest",
  "sort=added",
  "sort=salary&q=engineer",
  "q=altimetrik&skill=PHP",
]) {
  test(`the page and the tool agree on “${queryString}”`, async ({ page }) => {
    await expectAgreement(page, site, queryString);
  });
}
