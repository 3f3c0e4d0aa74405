/** What is said between the tabs of one origin. */
export interface OtherTabs {
  tell(message: string): void;
  stop(): void;
}

/**
 * Says things to the other tabs of this origin and hears them: by BroadcastChannel, else by the `storage` event of a
 * key that is taken away at once. Closed while the page is in the back-forward cache, and opened again after: a page
 * must not be kept out of that cache for our sake.
 */
export function openTabs(name: string, hear: (message: string) => void): OtherTabs {
  const end = new AbortController();
  const { signal } = end;
  let channel: BroadcastChannel | undefined;
  const open = () => {
    try {
      channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => typeof data === 'string' && hear(data);
    } catch {
      // Missing before Safari 15.4; refused in a sandboxed frame.
      channel = undefined;
    }
  };
  const close = () => {
    channel?.close();
    channel = undefined;
  };
  open();
  addEventListener('pagehide', close, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && open(), { signal });
  addEventListener('storage', ({ key, newValue }) => key === name && newValue !== null && hear(newValue), {
    signal,
  });
  return {
    tell(message) {
      if (channel) return channel.postMessage(message);
      try {
        localStorage.setItem(name, message);
        localStorage.removeItem(name);
      } catch {
        // The other tabs see it at their next look.
      }
    },
    stop() {
      end.abort();
      close();
    },
  };
}
