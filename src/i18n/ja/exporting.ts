import type { Catalogue } from '../en.ts';

export const exporting: Catalogue['exporting'] = {
  heading: '書き出し',
  report: 'レポートを書き出す (PNG)',
  json: 'データを書き出す (JSON)',
  csv: '表を書き出す (CSV)',
  jsonShort: 'JSON',
  csvShort: 'CSV',
  working: '作成中…',
  outOfDate: '書き出されるのは表示中の結果です。変更後の設定は反映されていません。',
};
