// Runs before the first paint: the remembered theme and contrast go onto <html>. Inlined into the head, so it imports nothing.
export const applyTheme = `(()=>{const r=document.documentElement;let s={};try{s=JSON.parse(localStorage.getItem('strata.appearance')||'{}')}catch{}
if(s.theme)r.dataset.theme=s.theme;if(s.contrast||(s.contrast===undefined&&matchMedia('(prefers-contrast: more)').matches))r.dataset.contrast='more';r.dataset.js=''})()`;
