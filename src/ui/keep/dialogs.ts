// The dialogs, fetched when one is first opened.
export { BoxesDialog as boxes } from './boxes/BoxesDialog.tsx';
export { DownloadDialog as download } from './download/DownloadDialog.tsx';
export { ShareDialog as share } from './share/ShareDialog.tsx';
