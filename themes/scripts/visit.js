// Tells this site, and nobody else, that a page was shown: its number and the host that its reader came from. Written for
// the browsers of old phones as well.
(function () {
  var here = document.currentScript;
  var page = here && here.getAttribute("data-page");

  function tell() {
    var from = /^https?:\/\/([^\/?#]+)/i.exec(document.referrer);
    var words = "trang=" + page + "&tu=" + encodeURIComponent(from ? from[1] : "");
    if (!navigator.sendBeacon || !navigator.sendBeacon("/dem-luot/", words)) {
      new Image().src = "/dem-luot/?" + words;
    }
  }

  // A page that was only prepared, or opened behind another one, counts when somebody looks at it.
  function tellWhenSeen() {
    if (document.visibilityState !== "hidden") {
      document.removeEventListener("visibilitychange", tellWhenSeen);
      tell();
    }
  }

  if (!page) {
    return;
  }
  if (document.visibilityState === "hidden" || document.prerendering) {
    document.addEventListener("visibilitychange", tellWhenSeen);
  } else {
    tell();
  }
})();
