// Progress as a component sees it: none while the page is built, then whatever this device has.
import { useEffect, useState } from 'preact/hooks';
import { noProgress, type Progress, progress, subscribeProgress } from './store.ts';

export function useProgress(): Progress {
  const [now, setNow] = useState(noProgress);
  useEffect(() => {
    setNow(progress());
    return subscribeProgress(setNow);
  }, []);
  return now;
}
