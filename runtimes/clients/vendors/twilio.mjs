import twilio from "twilio";

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

export const read = async (url) => {
  // Its client has no option for another address; its HTTP client sees every request.
  const http = new twilio.RequestClient();
  const request = (sent) => http.request({ ...sent, uri: sent.uri.replace("https://api.twilio.com", url) });
  const client = twilio(accountSid, "demo-twilio-token", { httpClient: { request } });
  return (await client.api.v2010.accounts(accountSid).balance.fetch()).toJSON();
};
