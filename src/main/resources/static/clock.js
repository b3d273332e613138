// How long the form can still be changed, by the server's clock: only the time since it was told is taken from this
// machine's (spec W2, W5).

const HOUR = 3_600_000;

/** @param over is called when the time has come */
export function countDown(over) {
  const source = document.querySelector("[data-end]");
  if (!source) {
    return { left: () => NaN, tell: () => {} };
  }
  let end = Number(source.dataset.end);
  let ahead = Number(source.dataset.now) - performance.now();
  let passed = false;
  let timer = 0;

  const left = () => end - performance.now() - ahead;

  function words(millis) {
    const seconds = Math.max(0, Math.floor(millis / 1000));
    const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
    return days ? `${days} 天 ${hours} 小时` : hours ? `${hours} 小时 ${minutes} 分` : `${minutes} 分 ${seconds % 60} 秒`;
  }

  function tick() {
    clearTimeout(timer);
    const millis = left();
    // Asked for anew each time: where the days have been moved, the place has been, too.
    for (const place of document.querySelectorAll("[data-left]")) {
      const time = place.querySelector("b");
      time.previousSibling.data = millis > 0 ? "还剩 " : "已截止";
      time.textContent = millis > 0 ? words(millis) : "";
      place.classList.toggle("soon", millis < HOUR);
    }
    if (millis <= 0 && !passed) {
      passed = true;
      over();
    }
    if (millis > 0) {
      timer = setTimeout(tick, Math.min(millis + 5, millis < HOUR ? 1_000 : 10_000));
    }
  }

  tick();
  return {
    left,
    /** What the server says of the time; the end may have been moved. */
    tell(now, newEnd) {
      ahead = now - performance.now();
      end = newEnd || end;
      passed &&= left() <= 0;
      tick();
    },
  };
}
