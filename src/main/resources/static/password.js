// Ticks off the rules of a new password while it is typed; the server judges.
const field = document.getElementById('newPassword');
const list = document.querySelector('.rules');
const rules = {
  length: (s) => s.length >= Number(list.dataset.min) && s.length <= Number(list.dataset.max),
  mixed: (s) => /[0-9]/.test(s) && /[A-Za-z]/.test(s),
};

function judge() {
  for (const item of list.querySelectorAll('[data-rule]')) {
    item.classList.toggle('y', rules[item.dataset.rule](field.value));
  }
}

field.addEventListener('input', judge);
judge();

// Whoever cannot see the list of faults is taken to it.
document.querySelector('.msg.bad')?.focus();
