import { FILE_LIMIT, PICTURE_LIMIT, PICTURE_SIZES } from '../../core/help/report.js';

/** A picture as it would be sent: seen in `canvas`, which needs no address that a CSP could refuse. */
export interface Picture {
  canvas: HTMLCanvasElement;
  /** Data address, within the limit. */
  data: string;
}

/** Draws an image file as large as it may be sent. Undefined where it is none, or cannot be made small enough. */
export async function shrinkPicture(file: Blob): Promise<Picture | undefined> {
  if (!file.type.startsWith('image/') || file.size > FILE_LIMIT) return undefined;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  try {
    for (const [width, quality] of PICTURE_SIZES) {
      const scale = Math.min(1, width / bitmap.width);
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(bitmap.width * scale));
      canvas.height = Math.max(1, Math.round(bitmap.height * scale));
      const context = canvas.getContext('2d');
      if (!context) return undefined;
      // A JPEG has no transparency: black would come out.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const data = canvas.toDataURL('image/jpeg', quality);
      if (data.length <= PICTURE_LIMIT) return { canvas, data };
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}
