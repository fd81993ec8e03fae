const COMMAND = /`(npx knex migrate:down [^`]*)`/;

/** The command of the page that takes one migration back, with the address of the database in it. */
export function rollbackCommand(page, url) {
  const command = COMMAND.exec(page)?.[1];
  if (!command?.includes('<url>'))
    throw new Error('The page does not say any more how to go back');
  return command.replace('<url>', url);
}
