/** Images in a Word paragraph: DrawingML gives their size in EMU, the older VML in a style. */
import { child, descendants, type XmlElement } from '../package/xml.ts';
import { isPage, millimetres } from '../page-pictures.ts';

/** Number of images as large as a page; those behind the text are its background. */
export function pagePictures(drawing: XmlElement): number {
  let count = 0;
  for (const place of ['wp:inline', 'wp:anchor'].flatMap((name) => descendants(drawing, name))) {
    if (/^(?:1|true)$/u.test(place.attributes.behindDoc ?? '')) continue;
    const { cx, cy } = child(place, 'wp:extent')?.attributes ?? {};
    const picture = descendants(place, 'a:blip').length > 0;
    if (picture && isPage(millimetres(cx, 'emu'), millimetres(cy, 'emu'))) count++;
  }
  for (const shape of ['v:shape', 'v:rect'].flatMap((name) => descendants(drawing, name))) {
    const style = shape.attributes.style ?? '';
    if (!child(shape, 'v:imagedata') || /z-index:\s*-/u.test(style)) continue;
    const side = (name: string) =>
      millimetres(new RegExp(`(?:^|;)\\s*${name}:([^;]*)`, 'u').exec(style)?.[1], 'px');
    if (isPage(side('width'), side('height'))) count++;
  }
  return count;
}
