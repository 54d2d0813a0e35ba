import { defineConfig } from "@playwright/test";

// Each test runs twice: on the served page, and on the single file with nothing to ask for anything.
export default defineConfig({
  testDir: "tests/page",
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env["CI"],
  reporter: "list",
  timeout: 30_000,
  use: { locale: "sv-SE", timezoneId: "Europe/Stockholm", acceptDownloads: true },
  projects: [{ name: "http" }, { name: "file" }],
});
