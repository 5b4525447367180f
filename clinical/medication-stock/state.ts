// Which state a clinic writes, as one code: 'US' is the federal rule alone. A name this list does not know is kept only
// when it already looks like a code, so that a slip is not taken for a state without rules.

const names: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  (
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|' +
    'DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|' +
    'KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|' +
    'MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|' +
    'NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|' +
    'SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|' +
    'WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|' +
    'MP Northern Mariana Islands|US United States|US Federal'
  )
    .split('|')
    .flatMap((row) => {
      const code = row.slice(0, 2);
      return [
        [code, code],
        [row.slice(3).toUpperCase(), code],
      ];
    }),
);

/** 'IA' from 'ia', 'US-IA' or 'Iowa'; undefined for what is no state or federal district. */
export function stateCode(state: string | undefined): string | undefined {
  const said = state?.trim().toUpperCase().replace(/^US-/, '');
  return said ? names[said] : undefined;
}
