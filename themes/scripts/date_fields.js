// Date fields of the admin: Wagtail's picker helps, and leaves what was typed to the server to read or to refuse.
// By itself it writes today's date over whatever it can't read, and opens over the form after the field was left.
Object.assign(jQuery.fn.datetimepicker.defaults, {
  validateOnBlur: false,
  onShow: (time, input) => input.is(":focus"),
});
