// A member in the Agents Playground: reports forfall and raises saker to eventuelt, by form and in one
// line, takes it back, and sees it in the list, on the møte's card and in who comes.
//   given: { first, second }: the two møter as the bot writes their days, «onsdag 9. desember 2026»
const run = require('./side');

const MARKUP = 'Parkering <b>ved</b> **sykehuset** [her](https://example.org)';

run(async (side, { first, second }) => {
  await side.read('Hei, jeg er Helsebot');
  return { ...await forfall(side, first, second), ...await eventuelt(side, first), ...await shown(side) };
});

async function forfall(side, first, second) {
  const seen = { atonce: await side.ask('meld forfall', 'Forfall er notert') };
  await side.shot('6-forfall-meldt');
  seen.undone = await side.press('Angre', 'Angret');
  seen.form = await side.ask('skjema for forfall', 'Hvilke møter kan du ikke komme');
  await side.shot('7-forfall-skjema');
  seen.empty = await side.press('Meld forfall', 'Velg minst ett møte');
  await side.tick(second);
  await side.tick('Jorunn Vik');
  await side.shot('8-forfall-fylt-ut');
  seen.receipt = await side.press('Meld forfall', 'Forfall er notert');
  await side.shot('9-forfall-kvittering');
  seen.formundone = await side.press('Angre', 'Angret');
  await side.shot('10-forfall-angret');
  seen.line = await side.ask(`må melde forfall til ${first}, Jorunn stiller som vara`, 'Forfall er notert');
  await side.shot('11-forfall-en-linje');
  return seen;
}

async function eventuelt(side, first) {
  const seen = { raised: await side.ask('meld sak til eventuelt: Bruk av Kompetansebroen', 'Saken er meldt') };
  await side.shot('12-eventuelt-en-linje');
  seen.markup = await side.ask(`meld sak til eventuelt: ${MARKUP}`, 'Saken er meldt');
  seen.sakform = await side.ask('meld sak til eventuelt', 'Hva saken gjelder');
  await side.shot('13-eventuelt-skjema');
  seen.places = await side.choose('Hvor', first);
  await side.card.getByLabel('Hva saken gjelder').fill('Felles opplæring');
  await side.card.getByLabel(/Begrunnelse/).fill('Tre kommuner har spurt.');
  await side.card.getByLabel(/minutter/).fill('15');
  await side.shot('14-eventuelt-fylt-ut');
  seen.formraised = await side.press('Meld saken', 'Saken er meldt');
  await side.shot('15-eventuelt-kvittering');
  seen.list = await side.ask('hva er meldt til eventuelt', 'Det er meldt');
  await side.shot('16-eventuelt-liste');
  seen.opened = await side.press('Åpne nr. 3', 'Tre kommuner har spurt.');
  await side.shot('17-eventuelt-sak');
  return seen;
}

async function shown(side) {
  const seen = { moete: await side.ask('neste ASU', 'Neste møte i ASU') };
  await side.shot('18-moetet');
  seen.comes = await side.ask('hvem kommer', 'Har ikke svart');
  await side.shot('19-hvem-kommer');
  seen.after = await side.ask('kommer likevel', 'Notert: Du kommer');
  await side.shot('20-kommer-likevel');
  return seen;
}
