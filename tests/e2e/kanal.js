// The sekretariat in the Agents Playground: links a channel, keeps a short møte, sees what will be posted of it,
// posts it, and finds it in the channel, also after a correction.
//   given: { organ }
const run = require('./side');

const PLAN = 45000; // The plan looks every half minute.

run(async (side, given) => ({
  ...await links(side, given), ...await keepsMoete(side, given), ...await decides(side), ...await corrects(side),
  ...await asksForMore(side),
}));

async function links(side, { organ }) {
  await side.read('Hei, jeg er Helsebot');
  await inChannel(side);
  const seen = { linked: await side.ask(`koble denne kanalen til ${organ}`, 'koblet til', 'Helsebot') };
  await side.shot('41-kanal-koblet');
  await alone(side);
  return seen;
}

async function keepsMoete(side, { organ }) {
  await side.ask(`start referat for ${organ}`, 'er åpnet');
  await side.ask('sak 3', 'Forslag til vedtak');
  await side.ask('vedtatt som foreslått', '· vedtak');
  await side.ask('Borgar Nesdal avklarer bemanningen innen 29. april', '· oppfølging');
  await side.ask('sak 4', 'Sak 04/24');
  await side.ask('k: rekruttering følges opp på neste møte', '· konklusjon');
  const seen = { preview: await side.ask('møtet er hevet', 'Slik blir sammendraget') };
  await side.shot('42-slik-blir-sammendraget');
  return seen;
}

async function decides(side) {
  const seen = { change: await side.press('Endre', 'Hva skal stå i sammendraget') };
  await side.page.getByLabel(/Innledning/).last().fill('Et kort og godt møte.');
  await side.shot('43-endre-sammendraget');
  seen.changed = await side.press('Vis hvordan det blir', 'Slik blir sammendraget');
  seen.posted = await side.press('Legg ut', 'legges nå ut i');
  await inChannel(side);
  seen.inChannel = await side.read('Sammendrag fra');
  await side.shot('44-sammendraget-i-kanalen');
  await alone(side);
  return seen;
}

async function corrects(side) {
  await side.ask('endre punkt 5 til Rekruttering tas opp igjen i juni', 'i juni');
  await inChannel(side);
  const seen = { corrected: await side.read('Rettet', PLAN), posts: await side.page.getByText('Et kort og godt møte.').count() };
  await side.shot('45-rettet-i-kanalen');
  return seen;
}

/** What is to be done is an oppgave once the referat is sent; the newest in a channel stands first, not last. */
async function asksForMore(side) {
  await alone(side);
  await side.ask('send referatet til godkjenning', 'Merknadsfristen blir');
  await side.press('Ja, send', 'er sendt til');
  await inChannel(side);
  const seen = { weekly: await side.ask('ukesoversikt hver mandag kl. 8', 'første gang mandag', 'Helsebot') };
  await side.shot('46-ukesoversikt');
  seen.digest = await side.ask('vis hva du ville lagt ut', 'Ukesoversikt for', 'Helsebot');
  await side.shot('47-det-som-ville-blitt-lagt-ut');
  return seen;
}

function inChannel(side) {
  return side.go(/- ASU$/);
}

function alone(side) {
  return side.go(/Personal Chat/);
}
