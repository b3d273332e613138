// 市级初审 of one school: how many rows are ticked, and the words that a 不同意 owes within reach.

const form = document.getElementById("review");
const picks = form ? [...form.querySelectorAll("input[name=pick]")] : [];
const all = document.getElementById("all");
const said = document.getElementById("picked");

function tell() {
  const ticked = picks.filter((pick) => pick.checked).length;
  picks.forEach((pick) => pick.closest("tr").classList.toggle("sel", pick.checked));
  if (said) {
    said.textContent = ticked ? `已选 ${ticked} 行` : "先在左边勾选";
  }
  if (all) {
    all.checked = ticked > 0 && ticked === picks.length;
    all.indeterminate = ticked > 0 && ticked < picks.length;
  }
}

all?.addEventListener("change", () => {
  picks.forEach((pick) => (pick.checked = all.checked));
  tell();
});
form?.addEventListener("change", (event) => event.target.name === "pick" && tell());

/** A row's own 不同意 owes words first: the row is ticked, and the cursor goes where they go. */
form?.addEventListener("submit", (event) => {
  const [stance, row] = event.submitter?.name === "one" ? event.submitter.value.split(" ") : [];
  const words = document.getElementById("words");
  if (stance === "DISAGREE" && words.value.trim() === "") {
    event.preventDefault();
    picks.forEach((pick) => (pick.checked = pick.value === row));
    tell();
    words.focus();
  }
});

tell();
if (document.querySelector("#problems [role=alert]")) {
  document.getElementById(document.getElementById("words-e") ? "words" : "problems").focus();
}
