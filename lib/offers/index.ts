export {
  findOffers,
  type Offer,
  type OfferShelf,
  type OfferWish,
  suggestOffers,
  wishOf,
} from './offers';
