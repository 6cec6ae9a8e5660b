// A route at another start: all clock times move along, and the calendar file with them.
(() => {
  const form = document.getElementById("start");
  if (!form) return; // A departure keeps the times of this route where they are.
  const at = document.getElementById("start-at"), on = document.getElementById("start-on");
  const output = form.querySelector("output"), calendar = document.querySelector("#calendar a");
  const first = Number(form.dataset.start), [from, until] = form.dataset.lunch.split(" ").map(Number);
  const clock = minutes => [Math.floor(minutes / 60) % 24, minutes % 60].map(part => String(part).padStart(2, "0")).join(":");
  const times = [...document.querySelectorAll("time[data-at]")], hours = [...document.querySelectorAll("[data-hour]")];
  const lunch = document.querySelector(".stops .lunch .when time");
  const moved = () => {
    const [hours, minutes] = at.value.split(":").map(Number);
    return Number.isFinite(hours * 60 + minutes) ? hours * 60 + minutes - first : 0;
  };
  const tell = () => {
    const by = moved(), last = Math.max(...times.map(time => Number(time.dataset.at))) + by;
    for (const time of times) time.textContent = clock(Number(time.dataset.at) + by);
    for (const hour of hours) hour.textContent = clock(Number(hour.dataset.hour) + by).slice(0, by % 60 ? 5 : 2);
    const said = [form.dataset.said.replace("{start}", clock(first + by)).replace("{end}", clock(last))];
    if (last >= 24 * 60) said.push(form.dataset.over);
    const eaten = lunch ? Number(lunch.dataset.at) + by : from;
    if (eaten < from || eaten > until) said.push(form.dataset.late.replace("{from}", clock(from)).replace("{until}", clock(until)));
    output.textContent = said.join(" ");
  };
  // The file of the build keeps its ids; only its days are moved, and the times of the first of them.
  const shifted = (text, begins, days, minutes) => text.replace(/^(DT(?:START|END);TZID=[^:]+:)(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/gm,
    (_, name, year, month, day, hour, minute) => {
      const later = year + month + day === begins ? minutes : 0;
      const moment = new Date(Date.UTC(+year, month - 1, +day + days, +hour, +minute + later));
      return name + moment.toISOString().slice(0, 19).replace(/[-:]/g, "");
    });
  const take = async event => {
    if (!on.value && !moved()) return;
    event.preventDefault();
    const text = await (await fetch(calendar.href)).text();
    const [, year, month, day] = /DTSTART;TZID=[^:]+:(\d{4})(\d\d)(\d\d)/.exec(text);
    const days = on.value ? Math.round((Date.parse(on.value) - Date.UTC(year, month - 1, day)) / 864e5) : 0;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([shifted(text, year + month + day, days, moved())], {type: "text/calendar"}));
    link.download = calendar.href.split("/").pop();
    link.click();
    URL.revokeObjectURL(link.href);
  };
  at.addEventListener("input", tell);
  if (calendar && on) calendar.addEventListener("click", take);
  form.addEventListener("submit", event => event.preventDefault());
})();
