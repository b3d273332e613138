// 打印盖章件: the browser's own printing, one press away.

const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
