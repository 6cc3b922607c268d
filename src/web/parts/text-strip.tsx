/** A text as one vertical picture next to it, 1000 units high; a click reports its height. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import '../style/text-strip.css';

export const stripHeight = 1000;
export const stripWidth = 10;

export function TextStrip({
  class: name,
  label,
  onPress,
  children,
}: {
  class: string;
  label: string;
  onPress: (y: number) => void;
  children: ComponentChildren;
}) {
  const picture = useRef<SVGSVGElement>(null);
  const pressed = useRef(onPress);
  pressed.current = onPress;
  useEffect(() => {
    const element = picture.current;
    if (!element) return;
    const press = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      pressed.current(((event.clientY - box.top) / box.height) * stripHeight);
    };
    element.addEventListener('click', press);
    return () => element.removeEventListener('click', press);
  }, []);
  return (
    <div class={`text-strip ${name}`}>
      <svg
        ref={picture}
        viewBox={`0 0 ${stripWidth} ${stripHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {children}
      </svg>
    </div>
  );
}
