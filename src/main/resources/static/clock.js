// How long the form can still be changed, by the server's clock: only the time since it was told is taken from this
// machine's (spec W2, W5).

const HOUR = 3_600_000;

/** @param over is called when the time has come */
export function countDown(over) {
  const places = [...document.querySelectorAll("[data-left]")];
  const source = document.querySelector("[data-end]");
  if (!source) {
    return { tell: () => {} };
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
    places.forEach((place) => {
      place.querySelector("b").textContent = words(millis);
      place.classList.toggle("soon", millis < HOUR);
    });
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
