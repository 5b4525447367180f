// Bytes of a recording or a picture, as text.

export function base64Of(blob: Blob): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1]);
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(blob);
  });
}
