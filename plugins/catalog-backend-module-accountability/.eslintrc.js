module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Its test runs the real plugin beside the real catalog.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
