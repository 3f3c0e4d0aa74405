/** Its own types name a package that is not published. */
declare module '@formbricks/surveys' {
  export function renderSurveyModal(props: object): void;
}
