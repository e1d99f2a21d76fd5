// The refinements on a phone: a drawer over the page.

import { SearchPage } from "./search-page";

export { jobs } from "./search-page";

/** The search page on a narrow screen. */
export class PhoneSearchPage extends SearchPage {
  readonly opener = this.page.getByRole("button", { name: /^Filters/ });
  readonly drawer = this.page.getByRole("dialog", { name: "Filters" });
  readonly closer = this.page.getByRole("button", { name: "Close filters" });
  /** Leads back to the results, and says how many there are. */
  readonly show = this.page.getByRole("button", { name: /^Show [\d,]+ jobs?$/ });

  async openFilters(): Promise<void> {
    await this.opener.click();
  }

  async closeFilters(): Promise<void> {
    await this.closer.click();
  }
}
