// The filters on a phone: a drawer that covers the page.

import { SearchPage } from "./search-page";

/** The search page on a narrow screen. */
export class PhoneSearchPage extends SearchPage {
  readonly opener = this.page.getByRole("button", { name: /^Filters/ });
  readonly drawer = this.page.getByRole("dialog", { name: "Filters" });
  readonly closer = this.page.getByRole("button", { name: "Close filters" });
  /** Button that returns to the results and shows their number. */
  readonly show = this.page.getByRole("button", { name: /^Show [\d,]+ jobs?$/ });

  async openFilters(): Promise<void> {
    await this.opener.click();
  }

  async closeFilters(): Promise<void> {
    await this.closer.click();
  }
}
