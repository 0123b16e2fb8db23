// A person in the Agents Playground: asks in the personal chat, presses a button, and asks with a
// mention in a channel.
const run = require('./side');

run(async (side) => {
  const seen = {
    greeting: await side.read('Hei, jeg er Helsebot'),
    personal: await side.ask('neste ASU', 'Neste møte i ASU'),
  };
  await side.shot('1-personal');
  seen.pressed = await side.press('Saksliste', 'Saksliste for');
  await side.shot('2-saksliste');
  seen.sak = await side.ask('forslag til vedtak i sak 3', 'felles vaktordning for øyekommunene.');
  await side.shot('3-sak');
  seen.lost = await side.ask('fargen på himmelen', 'Mente du');
  await side.shot('4-mente-du');
  await side.page.getByRole('treeitem', { name: /- ASU$/ }).click();
  await side.page.waitForTimeout(500);
  seen.channel = await side.ask('neste møte', 'Neste møte i ASU', 'Helsebot');
  await side.shot('5-channel');
  return seen;
});
