// A referent in the Agents Playground keeps the referat of a whole møte in 1:1, while the meeting's chat has
// one card that is edited in place.
//   given: { organ, saker: [three saksnumre], ord: how the second is said, chat: { id, title, at } }
const run = require('./side');

run(async (side, given) => ({
  ...await begins(side, given), ...await firstSaker(side, given), ...await mends(side),
  ...await thirdSak(side, given), ...await chat(side), ...await ends(side),
}));

async function begins(side, { organ, chat: meeting }) {
  await side.read('Hei, jeg er Helsebot');
  const seen = { opened: await side.ask(`start referat for ${organ}`, 'er åpnet') };
  await side.shot('21-referat-aapnet');
  await inChat(side);
  await side.read('Hei, jeg er Helsebot');
  await side.tell(meetingStart(meeting));
  seen.cardBefore = await side.read('Ingen sak er åpnet');
  await side.shot('22-moetekort-foer');
  await alone(side);
  return seen;
}

async function firstSaker(side, { saker, ord }) {
  const seen = {
    present: await side.ask('til stede: Astrid Fjellvang, Borgar Nesdal, Cecilie Holmvik', 'Til stede:'),
    leader: await side.ask('møteleder er Borgar Nesdal', 'Møteleder:'),
    referent: await side.ask('referent er Astrid Fjellvang', 'Referent:'),
    first: await side.ask(`sak ${Number.parseInt(saker[0], 10)}`, 'Forslag til vedtak'),
  };
  await side.shot('23-foerste-sak');
  seen.vedtak = await side.ask('vedtatt som foreslått', '· vedtak');
  seen.spoken = await side.ask(`eh sak ${ord} konklusjon asu tar saken til orientering punktum`, '· konklusjon');
  await side.shot('24-talt-konklusjon');
  return seen;
}

async function mends(side) {
  const seen = {
    innspill: await side.ask('i: Cecilie Holmvik: kommunene må høres før sommeren', '· innspill'),
    wrong: await side.ask('i: dette var til en annen sak', '· innspill'),
    undone: await side.ask('angre', 'Angret'),
    edited: await side.ask('endre punkt 3 til Kommunene må høres før 1. juni', 'før 1. juni'),
  };
  await side.shot('25-angret-og-endret');
  return seen;
}

async function thirdSak(side, { saker }) {
  const seen = {
    second: await side.ask('neste sak', '1 punkt fra før'),
    third: await side.ask('neste sak', `Sak ${saker[2]}`),
    open: await side.ask('vedtatt som foreslått', '· vedtak'),
    fills: await side.ask('i: kapittel 2 kan bli kortere', '· innspill'),
    task: await side.ask('Borgar Nesdal avklarer med Fagråd 3 innen 29. april', '· oppfølging'),
    passive: await side.ask('det må avklares hvem som betaler', 'Hvem?'),
  };
  await side.shot('26-oppfoelging-uten-hvem');
  seen.note = await side.paste(NOTE, PERSON.id, ALONE, 'Skal disse');
  await side.shot('27-limt-notat');
  seen.noted = await side.press('Før inn alle', 'er ført inn');
  seen.left = await side.ask('Cecilie gikk 15.30', 'Gikk');
  return seen;
}

async function chat(side) {
  await inChat(side);
  const seen = { cardAfter: await side.read('Sist notert'), cards: await side.page.getByText('Referat fra ASU').count() };
  await side.shot('28-moetekort-etter');
  await alone(side);
  return seen;
}

async function ends(side) {
  const seen = { closed: await side.ask('møtet er hevet', 'Dette mangler') };
  await side.shot('29-moetet-er-hevet');
  seen.draft = await side.press('Vis utkastet', 'punkter i referatet');
  await side.shot('30-utkastet');
  seen.tasks = await side.ask('hva har Borgar lovet', 'Borgar Nesdal har');
  await side.shot('31-oppgaver');
  return seen;
}

const ALONE = '5f0a1c1e-7f0e-4f39-9d7a-0c1d2e3f4a5b';
const PERSON = { id: 'user-id-0', name: 'Astrid Fjellvang', aadObjectId: '00000000-0000-0000-0000-000000000020' };
const NOTE = ['k: prosjektet fortsetter ut året', 'i: pasientene bør spørres', 'Tilbudet ble presentert'];

function meetingStart({ id, title, at }) {
  return {
    type: 'event',
    timestamp: at,
    from: PERSON,
    recipient: { id: '00000000-0000-0000-0000-00000000000011', name: 'Helsebot' },
    name: 'application/vnd.microsoft.meetingStart',
    conversation: { id, conversationType: 'groupChat', isGroup: true },
    channelData: { meeting: { id: 'bW9ldGU=' } },
    value: { Id: 'bW9ldGU=', MeetingType: 'Scheduled', StartTime: at, Title: title },
  };
}

function inChat(side) {
  return side.go(/Forberedelse/);
}

function alone(side) {
  return side.go(/Personal Chat/);
}
