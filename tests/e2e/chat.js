// A person in the Agents Playground: asks in the personal chat, presses a button, and asks with a
// mention in a channel. Prints one JSON object with what stood on the page after each step.
//   node chat.js <page address> <folder for screenshots> <chromium>
const { chromium } = require('playwright-core');

const [address, shots, executablePath] = process.argv.slice(2);
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', ''];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 15000;

async function main() {
  const browser = await chromium.launch({ executablePath, headless: true, args: QUIET });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    await talk(page);
  } catch (fault) {
    await page.screenshot({ path: `${shots}/failed.png` });
    throw fault;
  } finally {
    await browser.close();
  }
}

async function talk(page) {
  await page.route('**/*', stayHome);
  await page.goto(address);
  await page.getByRole('button', { name: 'Mock an Activity' }).waitFor({ timeout: PATIENCE });
  const seen = {
    greeting: await waitFor(page, 'Hei, jeg er Helsebot'),
    personal: await ask(page, 'neste ASU', 'Neste møte i ASU'),
  };
  await page.screenshot({ path: `${shots}/1-personal.png` });
  await page.getByRole('button', { name: 'Saksliste' }).last().click();
  seen.pressed = await waitFor(page, 'Saksliste for');
  await page.screenshot({ path: `${shots}/2-saksliste.png` });
  seen.sak = await ask(page, 'forslag til vedtak i sak 3', 'felles vaktordning for øyekommunene.');
  await page.screenshot({ path: `${shots}/3-sak.png` });
  seen.lost = await ask(page, 'fargen på himmelen', 'Mente du');
  await page.screenshot({ path: `${shots}/4-mente-du.png` });
  await page.getByRole('treeitem', { name: /- ASU$/ }).click();
  await page.waitForTimeout(500);
  seen.channel = await ask(page, 'neste møte', 'Neste møte i ASU', 'Helsebot');
  await page.screenshot({ path: `${shots}/5-channel.png` });
  console.log(JSON.stringify(seen));
}

/** Nothing may leave the machine: the page asks a CDN for fonts. */
function stayHome(route) {
  const url = new URL(route.request().url());
  return LOOPBACK.includes(url.hostname) ? route.continue() : route.abort();
}

/** Writes a line, after choosing `mention` from the typeahead where one is given. */
async function ask(page, line, expected, mention) {
  await page.locator('[data-lexical-editor="true"]').first().click();
  if (mention) {
    await page.keyboard.type(`@${mention.slice(0, 3)}`);
    await page.getByRole('menuitem', { name: mention }).first().click();
    await page.keyboard.type(' ');
  }
  await page.keyboard.type(line);
  await page.getByRole('button', { name: /^(Send Message|Post)$/ }).first().click();
  return waitFor(page, expected);
}

/** The text of the answer's whole card or message. */
async function waitFor(page, expected) {
  const found = page.getByText(expected, { exact: false }).last();
  await found.waitFor({ timeout: PATIENCE });
  await page.waitForTimeout(400);
  return found.evaluate((e) => (e.closest('.ac-adaptiveCard') || e).innerText);
}

main().catch((fault) => { console.error(fault); process.exit(1); });
