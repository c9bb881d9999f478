/**
 * The page's script: shows the buttons that do nothing without it, and copies. Where a browser lets
 * nobody copy, the address is selected instead.
 */
export const copyScript = `for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = button.dataset.copied;
      document.getElementById("copied").textContent = button.dataset.copied;
      setTimeout(() => {
        button.textContent = label;
        document.getElementById("copied").textContent = "";
      }, 2000);
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
}`;
