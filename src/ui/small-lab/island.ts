// Where a small lab comes to life, with the pictures of the page: what stood there when the site was built is taken over as it is.
import { allPictures, fetchPictures } from './modules.ts';

const browser = typeof document !== 'undefined';
const wanted = browser ? [...document.querySelectorAll<HTMLElement>('.small-lab')].map((one) => one.dataset.picture ?? '') : allPictures;
const [{ SmallLab }] = await Promise.all([import('./SmallLab.tsx'), fetchPictures(wanted)]);

export { SmallLab };
