import { defineConfig } from "@playwright/test";

// Every test runs on the served page. What could be otherwise in the single file, which has nothing to ask for anything, runs there as well:
// opening, taking in, the way of a manager from paste to answer. What a part shows is the same code.
export default defineConfig({
  testDir: "tests/page",
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env["CI"],
  reporter: "list",
  // Generous: a machine that is busy with something else is no fault of the page.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { locale: "sv-SE", timezoneId: "Europe/Stockholm", acceptDownloads: true },
  projects: [{ name: "http" }, { name: "file", testMatch: /(smoke|journey|trial|intake|investment|follow)\.(spec|test)\.ts$/ }],
});
