interface Api {
  show(id: string): Promise<boolean>;
  emit(name: string): void;
}

/** What a campaign waits for happens; once it was had, or where it waits for nothing (`?cold`), it is asked for. */
export function startOf(id: string): () => void {
  let isHad = new URLSearchParams(location.search).has('cold');
  return () => {
    const { sentier } = window as unknown as { sentier: Api };
    if (isHad) void sentier.show(id);
    else sentier.emit(id);
    isHad = true;
  };
}
