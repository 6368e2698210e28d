/** Ways to take the result along. */
export const exporting = {
  heading: 'Export',
  report: 'Export report (PNG)',
  json: 'Export data (JSON)',
  csv: 'Export table (CSV)',
  jsonShort: 'JSON',
  csvShort: 'CSV',
  working: 'Writing…',
  outOfDate: 'The export holds the result shown, not the changed settings.',
};
