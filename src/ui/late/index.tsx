// Parts of a picture or a pane that are fetched when they are first drawn: what opens on a click need not come with everything else.
// Knows how to wait. Refuses to know what it waits for.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The component that `load` brings; nothing is drawn until it is there. One that could not be had is asked for again when drawn anew. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => preact.JSX.Element | null {
  let found: ComponentType<Props> | undefined;
  return function Late(props: Props) {
    const [Shown, show] = useState(() => found);
    useEffect(() => {
      if (Shown) return;
      let gone = false;
      load().then(
        (component) => {
          found = component;
          if (!gone) show(() => component);
        },
        () => {},
      );
      return () => {
        gone = true;
      };
    }, []);
    return Shown ? <Shown {...props} /> : null;
  };
}
