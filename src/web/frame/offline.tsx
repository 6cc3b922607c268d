/** A line at the top while the browser is offline. */
import { useEffect, useState } from 'preact/hooks';
import { language } from '../language.ts';
import { problems } from '../strings/problems.ts';

export function Offline() {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const changed = () => setOnline(navigator.onLine);
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  }, []);
  return (
    <div role="status">
      {!online && <p class="offline">{problems.offline![language === 'ar' ? 0 : 1]}</p>}
    </div>
  );
}
