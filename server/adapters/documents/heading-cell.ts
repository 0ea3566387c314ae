/** A heading cell says that it heads its column. The library has no word for that, so it is put into the element itself. */
export function scopeToColumn(cell: PDFKit.PDFStructureElement): void {
  const reference: unknown = Reflect.get(cell, 'dictionary');
  const data: unknown = typeof reference === 'object' && reference !== null ? Reflect.get(reference, 'data') : null;
  if (typeof data === 'object' && data !== null) Reflect.set(data, 'A', { O: 'Table', Scope: 'Column' });
}
