/** Version of the attribution rule, kept with every link it makes; it moves when an answer could move. */
export const ruleVersion = 'r5';
