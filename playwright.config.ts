import { defineConfig } from "@playwright/test";

// Each test runs twice: on the served page, and on the single file with nothing to ask for anything.
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
  projects: [{ name: "http" }, { name: "file" }],
});
