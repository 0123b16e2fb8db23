// One person at the Agents Playground's page: writes, presses, fills in, and reads what stands there.
// A scenario gets a Side and returns what it saw, which is printed as one JSON object.
//   node <scenario>.js <page address> <folder for screenshots> <chromium> [<JSON the scenario asks for>]
const { chromium } = require('playwright-core');

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', ''];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 15000;

class Side {
  constructor(page, shots) {
    this.page = page;
    this.shots = shots;
  }

  /** The card that came last. */
  get card() {
    return this.page.locator('.ac-adaptiveCard').last();
  }

  shot(name) {
    return this.page.screenshot({ path: `${this.shots}/${name}.png` });
  }

  /** Writes a line, after choosing `mention` from the typeahead where one is given. */
  async ask(line, expected, mention) {
    await this.page.locator('[data-lexical-editor="true"]').first().click();
    if (mention) {
      await this.page.keyboard.type(`@${mention.slice(0, 3)}`);
      await this.page.getByRole('menuitem', { name: mention }).first().click();
      await this.page.keyboard.type(' ');
    }
    await this.page.keyboard.type(line);
    const send = this.page.getByRole('button', { name: /^(Send Message|Post)$/ }).first();
    return this.after(() => send.click(), expected);
  }

  /** To another chat in the list to the left. */
  async go(name) {
    await this.page.getByRole('treeitem', { name }).first().click();
    await this.page.waitForTimeout(500);
  }

  /** What Teams tells the bot, not what anybody writes: a custom activity. */
  async tell(activity) {
    const serviceUrl = `${new URL(this.page.url()).origin}/_connector`;
    await this.post('_internal/v1/customActivities', { id: `told-${Math.random()}`, channelId: 'msteams', serviceUrl, ...activity });
  }

  /** Pastes several lines in the personal chat as one message: the page's own field joins them to one line. */
  paste(lines, person, chat, expected) {
    const message = { from: { id: person }, text: lines.join('\n'), textFormat: 'plain' };
    return this.after(() => this.post(`_conversation/v1/conversations/${chat}/messages`, message), expected);
  }

  async post(path, body) {
    const answer = await fetch(new URL(`/${path}`, this.page.url()), {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }

  /** Presses the newest button of that name. */
  press(label, expected) {
    const button = this.page.getByRole('button', { name: label, exact: true }).last();
    return this.after(() => button.click(), expected);
  }

  /** Ticks a choice of the last card. The Playground names every choice after the question, so by its text. */
  tick(choice) {
    return this.card.locator('label', { hasText: choice }).click();
  }

  /** Chooses in a list that folds out; all that could be chosen. */
  async choose(label, choice) {
    await this.card.getByLabel(label).first().click();
    const choices = await this.page.getByRole('option').allInnerTexts();
    await this.page.getByRole('option', { name: choice }).click();
    return choices;
  }

  /** The text of the card or message in which `expected` comes to stand once more than before. */
  async after(action, expected) {
    const found = this.page.getByText(expected, { exact: false });
    const before = await found.count();
    await action();
    await found.nth(before).waitFor({ timeout: PATIENCE });
    return this.read(expected);
  }

  async read(expected, patience = PATIENCE) {
    const found = this.page.getByText(expected, { exact: false }).last();
    await found.waitFor({ timeout: patience });
    await this.page.waitForTimeout(400);
    return found.evaluate((e) => (e.closest('.ac-adaptiveCard') || e).innerText);
  }
}

/** Nothing may leave the machine: the page asks a CDN for fonts. */
function stayHome(route) {
  const url = new URL(route.request().url());
  return LOOPBACK.includes(url.hostname) ? route.continue() : route.abort();
}

async function run(scenario) {
  const [address, shots, executablePath, given] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath, headless: true, args: QUIET });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const side = new Side(page, shots);
  try {
    await page.route('**/*', stayHome);
    await page.goto(address);
    await page.getByRole('button', { name: 'Mock an Activity' }).waitFor({ timeout: PATIENCE });
    console.log(JSON.stringify(await scenario(side, given && JSON.parse(given))));
  } catch (fault) {
    await side.shot('failed');
    throw fault;
  } finally {
    await browser.close();
  }
}

module.exports = (scenario) => run(scenario).catch((fault) => { console.error(fault); process.exit(1); });
