// The Registry picture: pushes and pulls blob by blob, with their HTTP requests, and what a transfer would move.
// Knows the session's view and one question; refuses to know engines and protocols.
import './registry.css';
import './sheets.css';
import './gap.css';
import './requests.css';
import './widths.css';

export { RegistryPicture as Picture } from './RegistryPicture.tsx';
