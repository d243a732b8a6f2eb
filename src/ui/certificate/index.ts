// Certificates: made from what the device keeps, saved as a file, verified by doing their logs again.
// Knows progress, exercises as data and the session's protocol. Refuses to know the engine: it runs in its worker.
export { CertificatePage } from './CertificatePage.tsx';
export { VerifyPage } from './VerifyPage.tsx';
export { certificateWords } from './words.ts';
